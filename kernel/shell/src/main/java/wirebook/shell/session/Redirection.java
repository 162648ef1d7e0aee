package wirebook.shell.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import wirebook.shell.exec.Weaver;

/** Gives the methods of a holder the bodies of another holder's methods of the same descriptor. */
final class Redirection {
    private Redirection() {}

    /** Methods that {@code to} does not offer keep their bodies: their callers are compiled anew. */
    static void of(Class<?> from, Class<?> to) throws ReflectiveOperationException {
        for (Method target : to.getDeclaredMethods()) {
            if (Modifier.isStatic(target.getModifiers()) && !target.isSynthetic() && offers(from, target)) {
                MethodType type = MethodType.methodType(target.getReturnType(), target.getParameterTypes());
                from.getField(Weaver.next(target.getName(), type.descriptorString()))
                        .set(null, MethodHandles.lookup().unreflect(target));
            }
        }
    }

    private static boolean offers(Class<?> holder, Method like) {
        return Arrays.stream(holder.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(like.getName())
                        && m.getReturnType().equals(like.getReturnType())
                        && Arrays.equals(m.getParameterTypes(), like.getParameterTypes()));
    }
}
