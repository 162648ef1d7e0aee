package wirebook.jupyter.kernel;

import java.lang.reflect.Proxy;

/**
 * The signal that a terminal sends to everything that runs in it. A JVM would end; a kernel stops its cell.
 *
 * <p>By reflection: the JDK has one door to signals, {@code sun.misc.Signal}, and the compiler's warning about it cannot be silenced.
 */
final class Signals {
    private Signals() {}

    /** Has {@code interrupt} run on SIGINT. Where the JVM leaves signals alone ({@code -Xrs}), nothing happens. */
    static void onInterrupt(Runnable interrupt, Log log) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        interrupt.run();
                        return 0;
                    });
            Object sigint = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, sigint, proxy);
        } catch (ReflectiveOperationException refused) {
            log.once("SIGINT is left to the JVM: " + refused);
        }
    }
}
