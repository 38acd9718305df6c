package dev.lockstep.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who is who in a hexagon, so that a law can be asked of the real one and of one built to break it.
 *
 * <p>Three names mean the same everywhere: a package {@code connection} of an adapter opens its
 * connections, a package {@code generated} is made by the build, a package {@code wire} holds the
 * words of somebody else's protocol.
 *
 * @param base the package above all others
 * @param domain the package of the domain
 * @param adapters the adapters
 * @param app the package that wires them
 * @param permits the exceptions, each with its reason
 */
public record Hexagon(
        String base, String domain, List<Adapter> adapters, String app, List<Permit> permits) {
    private static final List<String> OUTER_RINGS = List.of("port", "usecase", "memory");

    public Hexagon {
        adapters = List.copyOf(adapters);
        permits = List.copyOf(permits);
    }

    /** The classes that get handed in what the permitted places do. */
    public DescribedPredicate<JavaClass> notPermitted(Act act) {
        return DescribedPredicate.describe(
                "have no permit for " + act, javaClass -> !permitted(act, javaClass));
    }

    /** The same hexagon with other exceptions. */
    public Hexagon with(List<Permit> otherPermits) {
        return new Hexagon(base, domain, adapters, app, otherPermits);
    }

    /** All classes of the hexagon. */
    public DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe("are of " + base, this::contains);
    }

    /** All classes of the hexagon that are written by us. */
    public DescribedPredicate<JavaClass> writtenClasses() {
        return DescribedPredicate.describe(
                "are written by us", javaClass -> contains(javaClass) && !generated(javaClass));
    }

    /** The classes of the domain. */
    public DescribedPredicate<JavaClass> domainClasses() {
        return DescribedPredicate.describe("are of the domain", this::inDomain);
    }

    /** Whether the class is of the domain. */
    public boolean inDomain(JavaClass javaClass) {
        return Permit.within(domain, javaClass.getName());
    }

    /** The classes of the domain that are no ports, no use cases and no repository in memory. */
    public boolean inModels(JavaClass javaClass) {
        return inDomain(javaClass)
                && OUTER_RINGS.stream().noneMatch(ring -> inRing(ring, javaClass));
    }

    /** Whether the class is of a package right below the domain's. */
    public boolean inRing(String ring, JavaClass javaClass) {
        return Permit.within(domain + "." + ring, javaClass.getName());
    }

    /** Whether the class is of the app. */
    public boolean inApp(JavaClass javaClass) {
        return Permit.within(app, javaClass.getName());
    }

    /** The adapter that the class is of. */
    public Optional<Adapter> adapterOf(JavaClass javaClass) {
        return adapters.stream().filter(adapter -> adapter.contains(javaClass)).findFirst();
    }

    /** Whether the class is of the place where a store opens its connections. */
    public boolean connectsToStore(JavaClass javaClass) {
        return adapters.stream()
                .filter(adapter -> adapter.kind() == Adapter.Kind.STORE)
                .anyMatch(adapter -> Permit.within(adapter.connection(), javaClass.getName()));
    }

    /** Whether the class is of the hexagon at all. */
    public boolean contains(JavaClass javaClass) {
        return Permit.within(base, javaClass.getName());
    }

    /** Whether the class is made by the build and not by us. */
    public boolean generated(JavaClass javaClass) {
        return contains(javaClass) && inPackageNamed("generated", javaClass);
    }

    /** Whether one of the packages around the class has this name. */
    public static boolean inPackageNamed(String name, JavaClass javaClass) {
        return Arrays.asList(javaClass.getPackageName().split("\\.")).contains(name);
    }

    /** The full name of the class in whose file this one is. */
    public static String topLevel(JavaClass javaClass) {
        return javaClass.getName().replaceFirst("\\$.*", "");
    }

    private boolean permitted(Act act, JavaClass javaClass) {
        return permits.stream().anyMatch(permit -> permit.act() == act && permit.covers(javaClass))
                || connects(act, javaClass);
    }

    private boolean connects(Act act, JavaClass javaClass) {
        return (act == Act.OPENS_CONNECTIONS || act == Act.RUNS_SQL_TEXT)
                && adapters.stream()
                        .anyMatch(adapter ->
                                Permit.within(adapter.connection(), javaClass.getName()));
    }
}
