package dev.lockstep.app.cli.config;

import java.util.List;

/**
 * The result of a check of the settings in JSON.
 *
 * @param sound whether there is no problem
 * @param problems the problems, in one line each
 */
record ConfigCheckBody(boolean sound, List<String> problems) {}
