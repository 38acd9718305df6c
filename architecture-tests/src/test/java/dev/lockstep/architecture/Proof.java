package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lockstep.architecture.law.Law;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proof that a rule can fail: a hexagon built to violate it and the expected violations.
 *
 * @param law the rule
 * @param fixture the last part of the name of the fixture's package
 * @param violations the number of violations by file
 */
record Proof(Law law, String fixture, Map<String, Integer> violations) {
    private static final String FIXTURES = "dev.lockstep.architecture.fixture";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(FIXTURES);
    private static final Pattern FILE = Pattern.compile("\\((\\w[\\w-]*)\\.java:\\d+\\)");

    /** Returns the violations in the fixture, each with its file and line. */
    List<String> found() {
        Hexagon hexagon = hexagon(FIXTURES + "." + fixture);
        return law.in(hexagon)
                .evaluate(ALL.that(hexagon.classes()))
                .getFailureReport()
                .getDetails();
    }

    /** Counts violations by file. */
    static Map<String, Integer> byFile(List<String> found) {
        Map<String, Integer> byFile = new TreeMap<>();
        found.forEach(violation -> byFile.merge(file(violation), 1, Integer::sum));
        return byFile;
    }

    /**
     * Creates the hexagon of a fixture. All fixtures have the same layout, with only the parts that
     * their rule needs.
     */
    private static Hexagon hexagon(String base) {
        String root = base + ".app.Root";
        return new Hexagon(
                base,
                base + ".domain",
                List.of(
                        new Adapter(
                                base + ".store",
                                Adapter.Kind.STORE,
                                Set.of(base + ".store.NamedDoor")),
                        new Adapter(base + ".broker", Adapter.Kind.NETWORK, Set.of()),
                        new Adapter(base + ".gateway", Adapter.Kind.NETWORK, Set.of())),
                List.of(new SharedCode(base + ".shared", false, Set.of(base + ".gateway"))),
                base + ".app",
                List.of(
                        new Permit(Act.WIRES, root, "fixture"),
                        new Permit(Act.READS_CLOCK, root, "fixture"),
                        new Permit(Act.MEASURES_TIME, root, "fixture"),
                        new Permit(Act.DRAWS_RANDOMNESS, root, "fixture"),
                        new Permit(Act.STARTS_THREADS, root, "fixture"),
                        new Permit(Act.PRINTS, root, "fixture")));
    }

    private static String file(String violation) {
        Matcher matcher = FILE.matcher(violation);
        return matcher.find() ? matcher.group(1) : violation;
    }

    @Override
    public String toString() {
        return law.getClass().getSimpleName();
    }
}
