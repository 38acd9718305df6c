package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.Text;

/**
 * The author of a request, as the history of an order names it, such as {@code key trend}.
 *
 * @param name 1 to 80 printable characters
 */
public record Author(String name) {
    private static final int MAX_CHARS = 80;

    public Author {
        Text.printable("author", name, MAX_CHARS);
    }

    @Override
    public String toString() {
        return name;
    }
}
