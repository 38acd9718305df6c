package dev.lockstep.app.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Ends a command on Ctrl-C with its final output and exit code 0, instead of killing the process.
 * If the JVM does not support it, Ctrl-C keeps its default effect.
 *
 * <p>The JDK's class is called by reflection, because javac warns about each use of it, and that
 * warning cannot be disabled.
 */
public final class SignalHandler implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final @Nullable Object before;

    private SignalHandler(@Nullable Object before) {
        this.before = before;
    }

    /** From now on until closed, Ctrl-C does this instead of ending the process. */
    public static SignalHandler caught(Runnable ending) {
        InvocationHandler calls =
                (proxy, method, arguments) -> answer(proxy, method, arguments, ending);
        try {
            Class<?> handler = Class.forName(HANDLER);
            Object proxy =
                    Proxy.newProxyInstance(
                            SignalHandler.class.getClassLoader(), new Class<?>[] {handler}, calls);
            return new SignalHandler(handled(proxy));
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            return new SignalHandler(null);
        }
    }

    @Override
    public void close() {
        if (before != null) {
            try {
                handled(before);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a signal cannot be let go", impossible);
            }
        }
    }

    private static @Nullable Object handled(Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        Method handle = signal.getMethod("handle", signal, Class.forName(HANDLER));
        return handle.invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone
    private static @Nullable Object answer(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments, Runnable ending) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "what Ctrl-C does";
            default -> {
                ending.run();
                yield null;
            }
        };
    }
}
