package dev.lockstep.app.cli.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.form.JsonFault;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads the template of a hook from a JSON file: an object of field names and their sources. */
final class HookTemplateFile {
    private static final int MAX_BYTES = 16 * 1024;

    private HookTemplateFile() {}

    static HookTemplate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidValueException(
                        "template", file, "a file of at most " + MAX_BYTES + " bytes");
            }
            JsonNode json =
                    JsonMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .build()
                            .readTree(bytes);
            return HookTemplate.named(sources(json));
        } catch (JsonProcessingException malformed) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "template: " + file + " is not JSON: " + JsonFault.of(malformed),
                    malformed);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "template: cannot read " + file + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }

    private static Map<String, String> sources(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new InvalidValueException(
                    "template", json, "an object such as {\"qty\": \"/order/qty\"}");
        }
        Map<String, String> sources = new TreeMap<>();
        object.properties()
                .forEach(field -> {
                    if (!field.getValue().isTextual()) {
                        throw new InvalidValueException(
                                field.getKey(), field.getValue(), "a text such as \"/order/qty\"");
                    }
                    sources.put(field.getKey(), field.getValue().asText());
                });
        return sources;
    }
}
