package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * One exception to a law, with its reason.
 *
 * @param act what is allowed
 * @param place where: a class with the classes inside it, or a package with the packages below it
 * @param reason why nothing handed in would do
 */
public record Permit(Act act, String place, String reason) {
    /** Whether the class is in the place. */
    public boolean covers(JavaClass javaClass) {
        return within(place, javaClass.getName());
    }

    static boolean within(String place, String className) {
        return className.equals(place)
                || className.startsWith(place + ".")
                || className.startsWith(place + "$");
    }
}
