package dev.lockstep.domain.simulation;

import dev.lockstep.domain.port.store.RiskControl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Names each point at which a process can die, before and after each call to a port, and lets it
 * die at one of them.
 */
final class Killing {
    private final List<String> points = new ArrayList<>();
    private final int fatal;
    private boolean armed;

    private Killing(int fatal) {
        this.fatal = fatal;
    }

    /** Nobody dies: the points are only named. */
    static Killing never() {
        return new Killing(-1);
    }

    /** The process dies at the point of this number, counted from 0. */
    static Killing at(int point) {
        return new Killing(point);
    }

    /** From now on points count. */
    void arm() {
        armed = true;
    }

    /** The points count no more. */
    void disarm() {
        armed = false;
    }

    /** The points that were passed, in their order. */
    List<String> points() {
        return List.copyOf(points);
    }

    /** The way to a port, past a point before each call and one after it. */
    <T> T port(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) -> {
                            if (method.getName().equals("riskControl")) {
                                return port(RiskControl.class, (RiskControl) method.invoke(real));
                            }
                            if (method.getName().equals("longestSend")) {
                                return method.invoke(real);
                            }
                            String call = type.getSimpleName() + "." + method.getName();
                            pass("before " + call);
                            Object answer;
                            try {
                                answer = method.invoke(real, args);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause() == null ? failed : failed.getCause();
                            }
                            pass("after " + call);
                            return answer;
                        }));
    }

    private void pass(String point) {
        if (armed) {
            points.add(point);
            if (points.size() - 1 == fatal) {
                throw new Crash();
            }
        }
    }
}
