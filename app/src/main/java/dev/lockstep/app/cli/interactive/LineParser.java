package dev.lockstep.app.cli.interactive;

import java.util.List;
import java.util.Map;
import org.jline.reader.impl.DefaultParser;

/** Splits lines into words as a POSIX shell does: quotation marks and backslashes. */
final class LineParser {
    /** JLine drops an empty word, which is a value: these stand for it until the line is split. */
    private static final Map<String, String> EMPTY = Map.of("\"\"", "\uE000", "''", "\uE001");

    private LineParser() {}

    /**
     * Returns the words of a line.
     *
     * @throws org.jline.reader.EOFError if the line is not finished
     */
    static List<String> words(String line) {
        String marked = line;
        for (Map.Entry<String, String> empty : EMPTY.entrySet()) {
            marked = marked.replaceAll("(?<!\\S)" + empty.getKey() + "(?!\\S)", empty.getValue());
        }
        return of().parse(marked, marked.length()).words().stream()
                .filter(word -> !word.isEmpty())
                .map(LineParser::unmarked)
                .toList();
    }

    private static String unmarked(String word) {
        if (EMPTY.containsValue(word)) {
            return "";
        }
        String text = word;
        for (Map.Entry<String, String> empty : EMPTY.entrySet()) {
            text = text.replace(empty.getValue(), empty.getKey());
        }
        return text;
    }

    /** Returns a parser for which a line with an open quotation mark is not finished. */
    static DefaultParser of() {
        DefaultParser parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(true);
        parser.setEofOnEscapedNewLine(true);
        return parser;
    }
}
