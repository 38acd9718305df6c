package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands with a simulated exchange of their own refuse the options that name another place. */
class OwnExchangeOnlyTest {
    @TempDir private Path temp;

    @ParameterizedTest
    @CsvSource({
        "demo,                  demo,    --mode,     paper",
        "demo,                  demo,    --store,    postgresql://me@127.0.0.1/orders",
        "stress,                stress,  --base-url, https://example.com",
        "prove history,         history, --store,    postgresql://me@127.0.0.1/orders",
        "prove network,         network, --mode,     live",
        "prove soak,            soak,    --mode,     paper",
        "prove kill,            kill,    --mode,     paper",
        "prove disk,            disk,    --store,    postgresql://me@127.0.0.1/orders"
    })
    void an_account_or_a_store_of_the_users_is_refused(
            String command, String name, String option, String value) {
        CliFixture.Ran ran =
                new CliFixture(temp).run(CliFixture.words(command + " " + option + " " + value));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        option + ": " + value + " (expected: not given; '" + name + "' trades on");
        assertThat(temp.resolve("data")).doesNotExist();
    }
}
