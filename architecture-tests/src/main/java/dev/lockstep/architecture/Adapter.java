package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * One adapter of the hexagon.
 *
 * @param base its package
 * @param kind what it reaches
 * @param doors the classes that others may know besides its modules and its settings
 */
public record Adapter(String base, Kind kind, Set<String> doors) {
    public Adapter {
        doors = Set.copyOf(doors);
    }

    /** What an adapter reaches. */
    public enum Kind {
        /** The database. */
        STORE,
        /** The network. */
        NETWORK
    }

    /** Whether the class is of this adapter. */
    public boolean contains(JavaClass javaClass) {
        return Permit.within(base, javaClass.getName());
    }

    /** The one place of this adapter where connections are opened. */
    public String connection() {
        return base + ".connection";
    }

    /** Whether the class belongs to a Guice module of this adapter. */
    public boolean module(JavaClass javaClass) {
        return contains(javaClass) && Hexagon.topLevel(javaClass).endsWith("Module");
    }

    /** Whether others may know the class: a module, a settings class, a named door. */
    public boolean door(JavaClass javaClass) {
        String topLevel = Hexagon.topLevel(javaClass);
        return contains(javaClass)
                && (topLevel.endsWith("Module")
                        || topLevel.endsWith("Config")
                        || doors.contains(topLevel));
    }
}
