package dev.lockstep.app.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a command on Ctrl-C or another signal with its final output, instead of killing the process.
 * If the JVM does not support it, the signal keeps its default effect.
 *
 * <p>The JDK's class is called by reflection, because javac warns about each use of it, and that
 * warning cannot be disabled.
 */
public final class SignalHandler implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final Map<String, Object> before = new HashMap<>();

    private SignalHandler() {}

    /** The first Ctrl-C does this instead of ending the process, until closed. */
    public static SignalHandler caught(Runnable ending) {
        return caught(Set.of("INT"), _ -> ending.run());
    }

    /**
     * The first of these signals does this instead of ending the process, until closed; the next
     * one has its default effect.
     *
     * @param signals their names, such as {@code TERM}
     * @param ending receives the name of the signal
     */
    public static SignalHandler caught(Set<String> signals, Consumer<String> ending) {
        SignalHandler all = new SignalHandler();
        for (String signal : signals) {
            InvocationHandler calls =
                    (proxy, method, arguments) ->
                            answer(proxy, method, arguments, () -> all.end(signal, ending));
            try {
                Class<?> handler = Class.forName(HANDLER);
                Object proxy =
                        Proxy.newProxyInstance(
                                SignalHandler.class.getClassLoader(),
                                new Class<?>[] {handler},
                                calls);
                all.put(signal, handled(signal, proxy));
            } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
                // The signal keeps its default effect.
            }
        }
        return all;
    }

    private synchronized void put(String signal, Object handler) {
        before.put(signal, handler);
    }

    private void end(String signal, Consumer<String> ending) {
        close();
        ending.accept(signal);
    }

    @Override
    public synchronized void close() {
        before.forEach((signal, handler) -> {
            try {
                handled(signal, handler);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a signal cannot be let go", impossible);
            }
        });
        before.clear();
    }

    private static Object handled(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        Method handle = signal.getMethod("handle", signal, Class.forName(HANDLER));
        return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone
    private static @Nullable Object answer(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments, Runnable ending) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "handler of a signal";
            default -> {
                ending.run();
                yield null;
            }
        };
    }
}
