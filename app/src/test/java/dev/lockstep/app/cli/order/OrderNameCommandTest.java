package dev.lockstep.app.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** By which names a command finds an order, and what it says of one that was replaced. */
@Tag("slow")
class OrderNameCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void last_is_the_newest_order() {
        String _ = submitted();
        String newest = submitted();

        assertThat(shown("last")).isEqualTo(newest);
    }

    @Test
    void an_id_is_found_by_a_part_of_8_or_more_characters_that_only_it_begins_with() {
        String first = submitted();
        String second = submitted();
        int same = 0;
        while (first.charAt(same) == second.charAt(same)) {
            same++;
        }

        assertThat(shown(second.substring(0, same + 1))).isEqualTo(second);
        assertThat(shown(first.substring(0, first.length() - 1))).isEqualTo(first);
        CliFixture.Ran ambiguous = run("order show " + first.substring(0, same));
        assertThat(ambiguous.code()).isEqualTo(2);
        assertThat(ambiguous.err()).contains("more of its id", first, second);
        assertThat(run("order show " + first.substring(0, 7)).code()).isEqualTo(1);
    }

    @Test
    void a_cancel_of_a_replaced_order_names_its_successor() {
        String replaced = submitted();
        String successor =
                run("order replace " + replaced + " --limit-price 2 --json")
                        .json()
                        .path("order")
                        .path("id")
                        .asText();

        CliFixture.Ran ran = run("order cancel " + replaced);

        assertThat(ran.out()).contains("replaced by order " + successor);
    }

    @Test
    void tables_show_local_times_unless_utc_is_asked_for() {
        String _ = submitted();
        exchange.cli().in(ZoneId.of("Asia/Kolkata"));

        assertThat(run("order list").out()).contains("+05:30");
        assertThat(run("order list --utc").out()).contains("Z").doesNotContain("+05:30");
    }

    private String submitted() {
        return run("order submit --symbol F --side buy --qty 1 --limit-price 1 --time-in-force gtc --json")
                .json()
                .path("order")
                .path("id")
                .asText();
    }

    private String shown(String name) {
        return run("order show " + name + " --json").json().path("id").asText();
    }

    private CliFixture.Ran run(String command) {
        return exchange.cli().run(command.split(" ", -1));
    }
}
