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
 * That a law can fail: a hexagon built to break it, and what must be found there, no less and no
 * more.
 *
 * @param law the law
 * @param fixture the last word of the package that breaks it
 * @param violations how many of them in which file
 */
record Proof(Law law, String fixture, Map<String, Integer> violations) {
    private static final String FIXTURES = "dev.lockstep.architecture.fixture";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(FIXTURES);
    private static final Pattern FILE = Pattern.compile("\\((\\w[\\w-]*)\\.java:\\d+\\)");

    /** What the law finds in the fixture, each with its file and line. */
    List<String> found() {
        Hexagon hexagon = hexagon(FIXTURES + "." + fixture);
        return law.in(hexagon)
                .evaluate(ALL.that(hexagon.classes()))
                .getFailureReport()
                .getDetails();
    }

    /** The same, counted by file. */
    static Map<String, Integer> byFile(List<String> found) {
        Map<String, Integer> byFile = new TreeMap<>();
        found.forEach(violation -> byFile.merge(file(violation), 1, Integer::sum));
        return byFile;
    }

    /** The same shape for each fixture; a fixture has the parts of it that its law is about. */
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
                        new Adapter(base + ".broker", Adapter.Kind.NETWORK, Set.of())),
                base + ".app",
                List.of(
                        new Permit(Act.WIRES, root, "fixture"),
                        new Permit(Act.TELLS_TIME, root, "fixture"),
                        new Permit(Act.MEASURES_TIME, root, "fixture"),
                        new Permit(Act.DRAWS_CHANCE, root, "fixture"),
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
