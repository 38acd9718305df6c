package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * One adapter of the hexagon.
 *
 * @param base its package
 * @param kind what it connects to
 * @param entryPoints its public classes for other parts, besides its modules and settings
 */
public record Adapter(String base, Kind kind, Set<String> entryPoints) {
    public Adapter {
        entryPoints = Set.copyOf(entryPoints);
    }

    /** Kinds of system that an adapter connects to. */
    public enum Kind {
        /** A database. */
        STORE,
        /** The network. */
        NETWORK
    }

    /** Returns whether the class belongs to this adapter. */
    public boolean contains(JavaClass javaClass) {
        return Permit.within(base, javaClass.getName());
    }

    /** Returns the package in which this adapter opens connections. */
    public String connection() {
        return base + ".connection";
    }

    /** Returns whether the class belongs to a Guice module of this adapter. */
    public boolean module(JavaClass javaClass) {
        return contains(javaClass) && Hexagon.topLevel(javaClass).endsWith("Module");
    }

    /**
     * Returns whether other parts may use the class: a module, a settings class or a named entry
     * point.
     */
    public boolean entryPoint(JavaClass javaClass) {
        String topLevel = Hexagon.topLevel(javaClass);
        return contains(javaClass)
                && (topLevel.endsWith("Module")
                        || topLevel.endsWith("Config")
                        || entryPoints.contains(topLevel));
    }
}
