package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * Code that several adapters share.
 *
 * @param base its package
 * @param knowsDomain whether it may use the domain, as what serves its ports does
 * @param users the packages of the adapters that may use it
 */
public record SharedCode(String base, boolean knowsDomain, Set<String> users) {
    public SharedCode {
        users = Set.copyOf(users);
    }

    /** Returns whether the class belongs to the shared code. */
    public boolean contains(JavaClass javaClass) {
        return Permit.within(base, javaClass.getName());
    }

    /** Returns whether an adapter may use it. */
    public boolean usedBy(Adapter adapter) {
        return users.contains(adapter.base());
    }
}
