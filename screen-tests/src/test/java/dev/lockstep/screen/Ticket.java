package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The order ticket of a page, and the rows that its orders come to stand in. */
record Ticket(Page page) {
    Ticket write(String symbol, String qty) {
        field("symbol").fill(symbol);
        field("qty").fill(qty);
        return this;
    }

    Ticket limit(String price) {
        field("type").selectOption("limit");
        field("limitPrice").fill(price);
        return this;
    }

    Ticket side(String side) {
        page.locator("[name=side][value=" + side + "]").check();
        return this;
    }

    Locator field(String name) {
        return page.locator("#ticket [name=" + name + "]");
    }

    void send() {
        page.locator("#send").click();
    }

    /** Sends and waits for the answer. */
    void sendIt() {
        send();
        assertThat(page.locator("#outcome")).containsText("submitted");
    }

    /** Shows the orders of a tab. */
    void tab(String name) {
        page.locator("[data-tab=" + name + "]").click();
    }

    /** The rows of the orders whose terms contain this, such as {@code AAPL limit 120 day}. */
    Locator rows(String terms) {
        return page.locator(".row.body:has(.pick[aria-label*='" + terms + "'])");
    }
}
