package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The hexagon of this repository and its classes. */
public final class ProductionClasses {
    private static final Pattern NOT_PRODUCTION =
            Pattern.compile(".*/dev/lockstep/architecture/.*|.*-tests\\.jar!.*");

    /** The hexagon of this repository. */
    public static final Hexagon HEXAGON =
            new Hexagon(
                    Parts.BASE,
                    Parts.BASE + ".domain",
                    Adapters.ALL,
                    // Not for the broker's client, which is tested against the exchange.
                    List.of(
                            new SharedCode(
                                    Parts.SERVERS, false, Set.of(Parts.GATEWAY, Parts.EXCHANGE)),
                            new SharedCode(Parts.SQL, true, Set.of(Parts.STORE, Parts.POSTGRES))),
                    Parts.APP,
                    PermittedActs.ALL);

    private ProductionClasses() {}

    /** Imports all production classes from the class path; takes a second or two. */
    public static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.matches(NOT_PRODUCTION))
                .importPackages(Parts.BASE);
    }
}
