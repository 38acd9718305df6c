package dev.lockstep.app.prove.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes SQL statements with mistakes: other literals and names, lost and repeated statements. */
public final class SqlMutator {
    private static final int[] MISTAKES = {0, 1, 1, 1, 2, 3, 5, 20};
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|[A-Za-z_0-9.]+|.");
    private static final List<String> LITERALS =
            List.of(
                    "NULL",
                    "0",
                    "-1",
                    "1",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "1e999",
                    "-1e999",
                    "1e-300",
                    "0.1",
                    "1e15",
                    "123456789.123456789",
                    "x'00ff'",
                    "x''",
                    "zeroblob(5000)",
                    "'buy'",
                    "''",
                    "CURRENT_TIMESTAMP",
                    "1.5e300",
                    "4503599627370497");

    private SqlMutator() {}

    /** Returns statements with mistakes. */
    public static List<String> lines(List<String> sample, SplittableRandom random) {
        List<String> lines = new ArrayList<>(sample);
        for (int left = MISTAKES[random.nextInt(MISTAKES.length)]; left > 0; left--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(12)) {
                case 0 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
                case 1 -> {
                    if (lines.size() > 1) {
                        String _ = lines.remove(at);
                    }
                }
                default -> lines.set(at, changed(lines.get(at), random));
            }
        }
        return lines;
    }

    private static String changed(String line, SplittableRandom random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        List<Integer> changeable = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (line.startsWith("CREATE") == Character.isLetter(tokens.get(i).charAt(0))) {
                changeable.add(i);
            }
        }
        int at = changeable.isEmpty() ? 0 : changeable.get(random.nextInt(changeable.size()));
        tokens.set(at, other(tokens.get(at), random));
        return String.join("", tokens);
    }

    private static String other(String token, SplittableRandom random) {
        if (Character.isLetter(token.charAt(0))) {
            return random.nextInt(3) == 0 ? StrangeValues.of(LITERALS, random) : token + "_";
        }
        if (random.nextBoolean()) {
            return StrangeValues.of(LITERALS, random);
        }
        String bare = token.startsWith("'") ? token.substring(1, token.length() - 1) : token;
        return "'" + StrangeValues.text(bare, random).replace("'", "''").replace("\n", " ") + "'";
    }
}
