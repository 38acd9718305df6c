package dev.lockstep.app.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate and its private key.
 *
 * @param chain the certificate, followed by those that lead to its issuer
 * @param key the private key of the first certificate
 */
record CertificatePair(List<X509Certificate> chain, PrivateKey key) {
    /** Protects the key in a store that never leaves the memory; the API demands a password. */
    static final String PASSWORD = "in memory";

    CertificatePair {
        chain = List.copyOf(chain);
    }

    /** Returns when the first certificate of the chain expires. */
    Instant expires() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Returns when all certificates of the chain have become valid. */
    Instant begins() {
        return chain.stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Returns a new key store with the pair.
     *
     * @throws GeneralSecurityException if no certificate of the chain is issued by the next
     */
    KeyStore keyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "tls", key, PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
            return store;
        } catch (IOException impossible) {
            throw new IllegalStateException("an empty key store could not be made", impossible);
        }
    }
}
