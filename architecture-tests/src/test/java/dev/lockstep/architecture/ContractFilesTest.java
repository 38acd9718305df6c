package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files of the contracts, all of which {@code lockstep-contracts} publishes. Its build leaves
 * out files of tests by their names, so that a contract or a fixture with such a name would be
 * missing.
 */
final class ContractFilesTest {
    private static final Path CONTRACTS =
            Path.of("..", "domain", "src", "test", "java", "dev", "lockstep", "contracts");

    @Test
    void no_contract_and_no_fixture_has_the_name_of_a_test() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();

            assertThat(names)
                    .contains("TestedBroker.java")
                    .noneMatch(name -> name.endsWith("Test.java"));
        }
    }
}
