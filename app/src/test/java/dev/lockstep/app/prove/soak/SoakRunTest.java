package dev.lockstep.app.prove.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The short form of {@code lockstep prove soak}. Two processes that have just started still grow,
 * so it asserts what is sampled, and not that this is bounded.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
class SoakRunTest {
    @TempDir private Path temp;

    @Test
    void every_process_and_the_wal_are_sampled_and_drawn()
            throws IOException, ParserConfigurationException, SAXException {
        Path chart = temp.resolve("chart.svg");
        CliFixture cli = new CliFixture(temp.resolve("folder"));

        CliFixture.Ran ran =
                cli.run(
                        "prove",
                        "soak",
                        "--for",
                        "15s",
                        "--processes",
                        "2",
                        "--clients",
                        "8",
                        "--history",
                        temp.resolve("history.jsonl").toString(),
                        "--report",
                        temp.resolve("report.json").toString(),
                        "--chart",
                        chart.toString(),
                        "--json");

        JsonNode result = ran.json();
        assertThat(result.path("history").path("breaches")).isEmpty();
        assertThat(result.path("history").path("atExchange").asInt()).isPositive();
        assertThat(ran.code()).isEqualTo(result.path("bounded").asBoolean() ? 0 : 1);
        assertThat(result.path("samples"))
                .hasSizeGreaterThan(3)
                .allSatisfy(sample -> {
                    assertThat(sample.path("walBytes").asLong()).isPositive();
                    assertThat(sample.path("processes")).hasSize(2);
                });
        assertThat(result.path("trends")).hasSize(2 * 3 + 1);
        Document image =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Files.newInputStream(chart));
        assertThat(image.getElementsByTagName("polyline").getLength()).isEqualTo(2 * 3 + 1);
    }
}
