/** The parsers that are given inputs with mistakes, each with its valid samples and its checks. */
@NullMarked
package dev.lockstep.app.prove.fuzz.parser;

import org.jspecify.annotations.NullMarked;
