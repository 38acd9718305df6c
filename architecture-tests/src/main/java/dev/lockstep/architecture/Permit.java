package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * An exception to an architecture rule.
 *
 * @param act the permitted operation
 * @param place a class with its nested classes, or a package with its subpackages
 * @param reason why injection is not an alternative
 */
public record Permit(Act act, String place, String reason) {
    /** Returns whether the class belongs to the place. */
    public boolean covers(JavaClass javaClass) {
        return within(place, javaClass.getName());
    }

    static boolean within(String place, String className) {
        return className.equals(place)
                || className.startsWith(place + ".")
                || className.startsWith(place + "$");
    }
}
