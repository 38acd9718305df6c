package dev.lockstep.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.architecture.law.AdaptersAreStrangers;
import dev.lockstep.architecture.law.AdaptersShowOnlyTheirDoor;
import dev.lockstep.architecture.law.ConnectionsAreHandedIn;
import dev.lockstep.architecture.law.DomainStandsAlone;
import dev.lockstep.architecture.law.DomainTypesAreValues;
import dev.lockstep.architecture.law.DueTimesAreMonotonic;
import dev.lockstep.architecture.law.GeneratedTablesAndWireWordsStayHome;
import dev.lockstep.architecture.law.Law;
import dev.lockstep.architecture.law.ModelsKnowNoPorts;
import dev.lockstep.architecture.law.MoneyIsExact;
import dev.lockstep.architecture.law.NetworkAdaptersKnowNoStore;
import dev.lockstep.architecture.law.NoPackageCycles;
import dev.lockstep.architecture.law.NoWriteTransactionReachesTheNetwork;
import dev.lockstep.architecture.law.NothingPrintsButTheCommandLine;
import dev.lockstep.architecture.law.OnlyTheAppWires;
import dev.lockstep.architecture.law.OnlyTheProgramKnowsTheRoot;
import dev.lockstep.architecture.law.PackagesAreNullMarked;
import dev.lockstep.architecture.law.PackagesAreSmall;
import dev.lockstep.architecture.law.SqlIsWrittenInJooq;
import dev.lockstep.architecture.law.ThreadsAreHandedIn;
import dev.lockstep.architecture.law.TimeIsAsked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Proves that each architecture rule can fail, and that every rule has such a proof. */
@Tag("slow")
final class LawsCanFailTest {
    static final List<Proof> PROOFS =
            List.of(
                    new Proof(
                            new DomainStandsAlone(),
                            "alone",
                            Map.of("KnowsJdbc", 2, "KnowsALibrary", 4, "KnowsTheApp", 1)),
                    new Proof(
                            new ModelsKnowNoPorts(),
                            "models",
                            Map.of("Order", 1, "Orders", 1, "Submit", 1)),
                    new Proof(new NoPackageCycles(), "cycles", Map.of("Order", 1)),
                    new Proof(
                            new AdaptersAreStrangers(),
                            "strangers",
                            Map.of(
                                    "KnowsTheBroker",
                                    1,
                                    "KnowsTheApp",
                                    1,
                                    "AsksTheBroker",
                                    1,
                                    "ParsesMessages",
                                    1,
                                    "SharesTheDomain",
                                    1)),
                    new Proof(
                            new NetworkAdaptersKnowNoStore(),
                            "nostore",
                            Map.of("ReadsRows", 1, "KeepsOrders", 1)),
                    new Proof(
                            new ConnectionsAreHandedIn(),
                            "connections",
                            Map.ofEntries(
                                    entry("ByDriverManager", 3),
                                    entry("ByDataSource", 2),
                                    entry("ByDriver", 2),
                                    entry("BySqlite", 4),
                                    entry("ByJooq", 3),
                                    entry("ByOkHttp", 4),
                                    entry("BySocket", 4),
                                    entry("ByChannel", 2),
                                    entry("ByUrl", 3),
                                    entry("ByHttpClient", 2),
                                    entry("ByServer", 3),
                                    entry("ByName", 5))),
                    new Proof(
                            new OnlyTheAppWires(),
                            "wiring",
                            Map.of("AskingModule", 4, "KnowsGuice", 2, "Screen", 1)),
                    new Proof(
                            new OnlyTheProgramKnowsTheRoot(), "compositionroot", Map.of("Page", 2)),
                    new Proof(
                            new SqlIsWrittenInJooq(),
                            "sql",
                            Map.of("TextToJooq", 3, "TextToJdbc", 3, "TextToASession", 1)),
                    new Proof(
                            new GeneratedTablesAndWireWordsStayHome(),
                            "home",
                            Map.of("ReadsTables", 1, "ReadsTheWire", 2)),
                    new Proof(
                            new TimeIsAsked(),
                            "time",
                            Map.of("ReadsTheClock", 7, "CountsNanos", 1, "DrawsChance", 7)),
                    new Proof(
                            new DueTimesAreMonotonic(),
                            "duetimes",
                            Map.of("KeepsADueTime", 1, "GuardsByTheWallClock", 2)),
                    new Proof(
                            new MoneyIsExact(),
                            "money",
                            Map.of("InexactPrice", 3, "InexactBook", 4, "MakesDecimals", 3)),
                    new Proof(
                            new DomainTypesAreValues(),
                            "values",
                            Map.of(
                                    "Extensible",
                                    1,
                                    "FreeInterface",
                                    1,
                                    "Settable",
                                    2,
                                    "Exposed",
                                    1)),
                    new Proof(
                            new AdaptersShowOnlyTheirDoor(),
                            "doors",
                            Map.of("Needless", 1, "PassesBy", 1)),
                    new Proof(
                            new ThreadsAreHandedIn(),
                            "threads",
                            Map.of(
                                    "MakesThreads",
                                    5,
                                    "IsAThread",
                                    1,
                                    "MakesPools",
                                    3,
                                    "BorrowsThreads",
                                    5)),
                    new Proof(
                            new NoWriteTransactionReachesTheNetwork(),
                            "transactions",
                            Map.of("KnowsHttp", 4, "KnowsTheBroker", 2, "CallsInAWrite", 2)),
                    new Proof(
                            new PackagesAreNullMarked(),
                            "nullmarked",
                            Map.of("Price", 1, "TakesItBack", 1)),
                    new Proof(new PackagesAreSmall(), "small", Map.of("Z", 1)),
                    new Proof(
                            new NothingPrintsButTheCommandLine(), "printing", Map.of("Prints", 5)));

    @ParameterizedTest
    @FieldSource("PROOFS")
    void rule_can_fail(Proof proof) {
        List<String> found = proof.found();

        assertThat(Proof.byFile(found))
                .as(String.join("\n", found))
                .containsExactlyInAnyOrderEntriesOf(proof.violations());
    }

    @Test
    void every_rule_has_a_proof() {
        Class<?>[] laws = Law.class.getPermittedSubclasses();

        assertThat(PROOFS)
                .<Class<?>>extracting(proof -> proof.law().getClass())
                .containsExactlyInAnyOrder(laws);
        assertThat(Law.all()).<Class<?>>extracting(Law::getClass).containsExactlyInAnyOrder(laws);
    }
}
