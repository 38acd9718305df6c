package dev.lockstep.app.config;

import java.nio.file.Path;

/**
 * The PEM files that {@code run} serves TLS with.
 *
 * @param certificate the certificate, followed by those that lead to its issuer
 * @param key the private key of the certificate
 */
public record TlsFiles(Path certificate, Path key) {}
