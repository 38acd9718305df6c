package dev.lockstep.app.prove.fuzz.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Writes a JSON sample with mistakes in it: wrong types, strange values, lost, renamed, repeated
 * and reordered keys, and deep nesting. Most inputs have few mistakes, so that they get far.
 */
public final class JsonMutator {
    private static final int[] MISTAKES = {0, 1, 1, 1, 2, 2, 3, 8};
    private static final int[] DEPTHS = {2, 9, 100, 1_001, 20_000};

    /** Very deep nesting is large, so it is rare. */
    private static final int ONE_IN_DEEP = 20;

    private final SplittableRandom random;
    private final double mistakesPerNode;
    private final StringBuilder out = new StringBuilder();

    private JsonMutator(SplittableRandom random, double mistakesPerNode) {
        this.random = random;
        this.mistakesPerNode = mistakesPerNode;
    }

    /** Returns a sample as text with mistakes. */
    public static String text(JsonNode sample, SplittableRandom random) {
        double mistakes = MISTAKES[random.nextInt(MISTAKES.length)];
        JsonMutator mutator = new JsonMutator(random, mistakes / nodes(sample));
        mutator.write(sample);
        return mutator.out.toString();
    }

    private static int nodes(JsonNode node) {
        int nodes = 1;
        for (JsonNode child : node) {
            nodes += nodes(child);
        }
        return nodes;
    }

    private boolean mistake() {
        return random.nextDouble() < mistakesPerNode;
    }

    private void write(JsonNode node) {
        boolean wrong = mistake();
        if (wrong && random.nextInt(3) > 0) {
            strange(node);
        } else if (node.isObject()) {
            object(node, wrong);
        } else if (node.isArray()) {
            array(node, wrong);
        } else if (wrong) {
            strange(node);
        } else {
            plain(node);
        }
    }

    private void plain(JsonNode node) {
        if (node.isTextual()) {
            out.append(quoted(node.textValue()));
        } else {
            out.append(node.isValueNode() ? node.asText() : node.toString());
        }
    }

    private void object(JsonNode node, boolean wrong) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        if (wrong && !fields.isEmpty()) {
            rearrange(fields);
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> field : fields) {
            out.append(separator).append(quoted(field.getKey())).append(':');
            write(field.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void rearrange(List<Map.Entry<String, JsonNode>> fields) {
        int at = random.nextInt(fields.size());
        Map.Entry<String, JsonNode> field = fields.get(at);
        switch (random.nextInt(5)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(random.nextInt(fields.size() + 1), field);
            case 2 -> fields.set(at, Map.entry(renamed(field.getKey()), field.getValue()));
            case 3 ->
                    fields.set(
                            at,
                            Map.entry(
                                    field.getKey(),
                                    fields.get(random.nextInt(fields.size())).getValue()));
            default -> Collections.shuffle(fields, Random.from(random));
        }
    }

    private String renamed(String key) {
        return random.nextBoolean() ? key + "_" : StrangeValues.text(key, random);
    }

    private void array(JsonNode node, boolean wrong) {
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        if (wrong && !elements.isEmpty()) {
            int at = random.nextInt(elements.size());
            switch (random.nextInt(3)) {
                case 0 -> elements.remove(at);
                case 1 -> elements.add(elements.get(at));
                default -> Collections.shuffle(elements, Random.from(random));
            }
        }
        out.append('[');
        String separator = "";
        for (JsonNode element : elements) {
            out.append(separator);
            write(element);
            separator = ",";
        }
        out.append(']');
    }

    /** Writes something else in the place of a node. */
    private void strange(JsonNode node) {
        switch (random.nextInt(10)) {
            case 0 -> out.append("null");
            case 1 -> out.append(random.nextBoolean() ? "{}" : "[]");
            case 2 -> out.append(StrangeValues.number(random));
            case 3 -> out.append(quoted(StrangeValues.number(random)));
            case 4 -> swapped(node);
            case 5 -> nested(node);
            case 6 -> out.append(random.nextBoolean());
            default ->
                    out.append(
                            quoted(
                                    StrangeValues.text(
                                            node.isValueNode() ? node.asText() : "", random)));
        }
    }

    private void swapped(JsonNode node) {
        if (node.isTextual()) {
            out.append(node.textValue());
        } else {
            out.append(quoted(node.isValueNode() ? node.asText() : node.toString()));
        }
    }

    private void nested(JsonNode node) {
        int depth = random.nextInt(ONE_IN_DEEP) == 0 ? DEPTHS[random.nextInt(DEPTHS.length)] : 1;
        boolean array = random.nextBoolean();
        out.append((array ? "[" : "{\"a\":").repeat(depth));
        plain(node);
        out.append((array ? "]" : "}").repeat(depth));
    }

    /** Quotes a text; what UTF-8 cannot encode is escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append("\\u").append(String.format("%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
