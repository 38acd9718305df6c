package dev.lockstep.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Judges what is in sight of a page by the rules of axe, WCAG 2.2 AA. */
final class Axe {
    private static final String SOURCE = source();

    /** Without the results that are no violations, which would take most of the time. */
    private static final String RULES_BUT_CONTRAST =
            """
            async (where) => (await axe.run(where, {
              runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']},
              rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations'],
            })).violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(' ')}`)
            """;

    /**
     * Contrast depends on colours, size, weight and ground alone: a text whose look has passed once
     * in this document is not judged again, in whatever view or palette. One that axe could not
     * judge is judged again.
     */
    private static final String CONTRAST_OF_NEW_TEXTS =
            """
            async (where) => {
              const passed = window.passedLooks ??= new Set();
              const grounds = new Map();
              const ground = (node) => {
                if (!node) return '';
                if (!grounds.has(node)) {
                  const {backgroundColor, backgroundImage, opacity} = getComputedStyle(node);
                  const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
                  grounds.set(node, (own === 'rgba(0, 0, 0, 0) none 1' ? '' : `${own}/`) + ground(node.parentElement));
                }
                return grounds.get(node);
              };
              const look = (node) => {
                const {color, fontSize, fontWeight, textShadow} = getComputedStyle(node);
                return [color, fontSize, fontWeight, textShadow, node.closest(':disabled') !== null, ground(node)].join('|');
              };
              const texts = [...document.querySelector(where).querySelectorAll('*')].filter((node) =>
                node.checkVisibility({visibilityProperty: true}) && (node.matches('input, select, textarea')
                  || [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim())));
              const include = texts.filter((node) => !passed.has(look(node)));
              if (!include.length) return [];
              const {passes, violations} = await axe.run({include}, {
                runOnly: {type: 'rule', values: ['color-contrast']}, resultTypes: ['passes', 'violations'], elementRef: true});
              for (const rule of passes) for (const {element} of rule.nodes) passed.add(look(element));
              return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(' ')}`);
            }
            """;

    private Axe() {}

    /** Rules that are judged. */
    enum Rules {
        ALL,
        /** The only one that can turn out otherwise in other colours. */
        CONTRAST
    }

    /** Judges the page. */
    static void judge(Page page, String what, Rules rules) {
        judge(page, "html", what, rules);
    }

    /** Judges a part of it. */
    static void judge(Page page, String where, String what, Rules rules) {
        // Once for each document: its half a megabyte takes longer to read than most views to
        // judge.
        if (page.evaluate("() => !window.axe").equals(true)) {
            page.evaluate(SOURCE);
        }
        if (rules == Rules.ALL) {
            assertThat((List<?>) page.evaluate(RULES_BUT_CONTRAST, where)).as(what).isEmpty();
        }
        assertThat((List<?>) page.evaluate(CONTRAST_OF_NEW_TEXTS, where)).as(what).isEmpty();
    }

    private static String source() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe is on the class path").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
