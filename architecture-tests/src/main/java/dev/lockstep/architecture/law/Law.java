package dev.lockstep.architecture.law;

import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;
import java.util.List;

/** One law of the house, to be asked of any hexagon. */
public sealed interface Law
        permits AdaptersAreStrangers,
                AdaptersShowOnlyTheirDoor,
                ConnectionsAreHandedIn,
                DueTimesAreMonotonic,
                DomainStandsAlone,
                DomainTypesAreValues,
                GeneratedTablesAndWireWordsStayHome,
                ModelsKnowNoPorts,
                MoneyIsExact,
                NoPackageCycles,
                NoWriteTransactionReachesTheNetwork,
                NothingPrintsButTheCommandLine,
                OnlyTheAppWires,
                PackagesAreNullMarked,
                SqlIsWrittenInJooq,
                ThreadsAreHandedIn,
                TimeIsAsked {

    /** The law as a rule for the classes of one hexagon. */
    ArchRule in(Hexagon hexagon);

    /** Every law there is. */
    static List<Law> all() {
        return List.of(
                new DomainStandsAlone(),
                new ModelsKnowNoPorts(),
                new NoPackageCycles(),
                new AdaptersAreStrangers(),
                new ConnectionsAreHandedIn(),
                new OnlyTheAppWires(),
                new SqlIsWrittenInJooq(),
                new GeneratedTablesAndWireWordsStayHome(),
                new TimeIsAsked(),
                new DueTimesAreMonotonic(),
                new MoneyIsExact(),
                new DomainTypesAreValues(),
                new AdaptersShowOnlyTheirDoor(),
                new ThreadsAreHandedIn(),
                new NoWriteTransactionReachesTheNetwork(),
                new PackagesAreNullMarked(),
                new NothingPrintsButTheCommandLine());
    }
}
