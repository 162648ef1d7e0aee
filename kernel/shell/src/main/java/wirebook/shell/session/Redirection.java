package wirebook.shell.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import wirebook.shell.exec.Weaver;

/** Gives the methods of a holder the bodies of another holder's methods of the same descriptor. */
final class Redirection {
    private Redirection() {}

    static void of(Class<?> from, Class<?> to) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (Method method : from.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) || method.isSynthetic()) {
                continue;
            }
            MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
            try {
                var body = lookup.findStatic(to, method.getName(), type);
                from.getField(Weaver.next(method.getName(), type.descriptorString())).set(null, body);
            } catch (NoSuchMethodException e) {
                continue; // its callers are compiled anew
            }
        }
    }
}
