package dev.lockstep.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a hexagon: the real one, or a fixture built to violate a rule.
 *
 * <p>Four package names have a fixed meaning: package {@code connection} of an adapter opens its
 * connections, package {@code generated} is created by the build, package {@code wire} contains the
 * data formats of an external protocol, and package {@code wiring} of the app is the composition
 * root.
 *
 * @param base the root package
 * @param domain the package of the domain
 * @param adapters the adapters
 * @param shared what some adapters have in common, each part for its adapters
 * @param app the package that wires them
 * @param permits the exceptions, each with its reason
 */
public record Hexagon(
        String base,
        String domain,
        List<Adapter> adapters,
        List<SharedCode> shared,
        String app,
        List<Permit> permits) {
    private static final List<String> OUTER_RINGS = List.of("port", "usecase", "memory");

    public Hexagon {
        adapters = List.copyOf(adapters);
        shared = List.copyOf(shared);
        permits = List.copyOf(permits);
    }

    /** Selects the classes that have no permit for an operation. */
    public DescribedPredicate<JavaClass> notPermitted(Act act) {
        return DescribedPredicate.describe(
                "have no permit for " + act, javaClass -> !permitted(act, javaClass));
    }

    /** Returns the same hexagon with other exceptions. */
    public Hexagon with(List<Permit> otherPermits) {
        return new Hexagon(base, domain, adapters, shared, app, otherPermits);
    }

    /** Selects all classes of the hexagon. */
    public DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe("are of " + base, this::contains);
    }

    /** Selects the classes of the hexagon that are not generated. */
    public DescribedPredicate<JavaClass> writtenClasses() {
        return DescribedPredicate.describe(
                "are not generated", javaClass -> contains(javaClass) && !generated(javaClass));
    }

    /** Selects the classes of the domain. */
    public DescribedPredicate<JavaClass> domainClasses() {
        return DescribedPredicate.describe("are of the domain", this::inDomain);
    }

    /** Returns whether the class belongs to the domain. */
    public boolean inDomain(JavaClass javaClass) {
        return Permit.within(domain, javaClass.getName());
    }

    /**
     * Returns whether the class belongs to the domain's models: neither port nor use case nor
     * in-memory repository.
     */
    public boolean inModels(JavaClass javaClass) {
        return inDomain(javaClass)
                && OUTER_RINGS.stream().noneMatch(ring -> inRing(ring, javaClass));
    }

    /** Returns whether the class belongs to the given subpackage of the domain. */
    public boolean inRing(String ring, JavaClass javaClass) {
        return Permit.within(domain + "." + ring, javaClass.getName());
    }

    /** Returns whether the class belongs to the app. */
    public boolean inApp(JavaClass javaClass) {
        return Permit.within(app, javaClass.getName());
    }

    /** Returns whether the class belongs to the app's root package, the program itself. */
    public boolean inProgram(JavaClass javaClass) {
        return app.equals(javaClass.getPackageName());
    }

    /** Returns whether the class belongs to the composition root. */
    public boolean inCompositionRoot(JavaClass javaClass) {
        return Permit.within(app + ".wiring", javaClass.getName());
    }

    /** Returns the adapter of the class. */
    public Optional<Adapter> adapterOf(JavaClass javaClass) {
        return adapters.stream().filter(adapter -> adapter.contains(javaClass)).findFirst();
    }

    /** Returns the shared code of the class. */
    public Optional<SharedCode> sharedOf(JavaClass javaClass) {
        return shared.stream().filter(code -> code.contains(javaClass)).findFirst();
    }

    /** Returns whether the target is code that the adapter of the origin may share. */
    public boolean shares(JavaClass origin, JavaClass target) {
        return sharedOf(target)
                .filter(code -> adapterOf(origin).stream().anyMatch(code::usedBy))
                .isPresent();
    }

    /** Returns whether the class belongs to the package in which a store opens connections. */
    public boolean connectsToStore(JavaClass javaClass) {
        return adapters.stream()
                .filter(adapter -> adapter.kind() == Adapter.Kind.STORE)
                .anyMatch(adapter -> Permit.within(adapter.connection(), javaClass.getName()));
    }

    /** Returns whether the class belongs to the hexagon. */
    public boolean contains(JavaClass javaClass) {
        return Permit.within(base, javaClass.getName());
    }

    /** Returns whether the class is generated by the build. */
    public boolean generated(JavaClass javaClass) {
        return contains(javaClass) && inPackageNamed("generated", javaClass);
    }

    /** Returns whether one of the enclosing packages has this name. */
    public static boolean inPackageNamed(String name, JavaClass javaClass) {
        return Arrays.asList(javaClass.getPackageName().split("\\.")).contains(name);
    }

    /** Returns the full name of the enclosing top-level class. */
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
