package dev.lockstep.app.cli.interactive;

import org.jline.reader.impl.DefaultParser;

/** Splits lines into words as a POSIX shell does: quotation marks and backslashes. */
final class LineParser {
    private LineParser() {}

    /** Returns a parser for which a line with an open quotation mark is not finished. */
    static DefaultParser of() {
        DefaultParser parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(true);
        parser.setEofOnEscapedNewLine(true);
        return parser;
    }
}
