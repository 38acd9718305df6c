package dev.lockstep.architecture.law;

import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;
import java.util.List;

/** An architecture rule that can be applied to any hexagon. */
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
                NetworkAdaptersKnowNoStore,
                NoPackageCycles,
                NoWriteTransactionReachesTheNetwork,
                NothingPrintsButTheCommandLine,
                OnlyTheAppWires,
                OnlyTheProgramKnowsTheRoot,
                PackagesAreNullMarked,
                PackagesAreSmall,
                SqlIsWrittenInJooq,
                ThreadsAreHandedIn,
                TimeIsAsked {

    /** Returns the rule for the classes of one hexagon. */
    ArchRule in(Hexagon hexagon);

    /** Returns all rules. */
    static List<Law> all() {
        return List.of(
                new DomainStandsAlone(),
                new ModelsKnowNoPorts(),
                new NoPackageCycles(),
                new AdaptersAreStrangers(),
                new NetworkAdaptersKnowNoStore(),
                new ConnectionsAreHandedIn(),
                new OnlyTheAppWires(),
                new OnlyTheProgramKnowsTheRoot(),
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
                new PackagesAreSmall(),
                new NothingPrintsButTheCommandLine());
    }
}
