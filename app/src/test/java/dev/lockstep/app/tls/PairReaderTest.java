package dev.lockstep.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairReaderTest {
    private static final HeldCertificate EC = PairFiles.certificate("ec").ecdsa256().build();
    private static final HeldCertificate RSA = PairFiles.certificate("rsa").rsa2048().build();

    @TempDir private Path folder;
    private PairFiles pair;

    @BeforeEach
    void open() {
        pair = new PairFiles(folder);
    }

    private CertificatePair read() throws UnusablePairException {
        return new PairReader(pair.files()).read(Instant.now());
    }

    private void assertRefused(String setting, Path file, String reason) {
        assertThatThrownBy(this::read)
                .isInstanceOf(UnusablePairException.class)
                .hasMessageStartingWith(setting + ": " + file + " ")
                .hasMessageContaining(reason);
    }

    private void assertCertificateRefused(String reason) {
        assertRefused("tls-cert", pair.files().certificate(), reason);
    }

    private void assertKeyRefused(String reason) {
        assertRefused("tls-key", pair.files().key(), reason);
    }

    @Test
    void keys_in_pkcs8_are_read() throws UnusablePairException {
        pair.write(EC);
        assertThat(read().key()).isEqualTo(EC.keyPair().getPrivate());
        pair.write(RSA);
        assertThat(read().key()).isEqualTo(RSA.keyPair().getPrivate());
    }

    @Test
    void an_rsa_key_in_pkcs1_is_read() throws UnusablePairException {
        pair.write(RSA.certificatePem(), RSA.privateKeyPkcs1Pem());
        assertThat(read().key()).isEqualTo(RSA.keyPair().getPrivate());
    }

    @Test
    void an_ec_key_in_sec1_is_read() throws UnusablePairException {
        pair.write(EC.certificatePem(), PairFiles.sec1(EC));
        assertThat(read().key()).isEqualTo(EC.keyPair().getPrivate());
    }

    @Test
    void a_chain_is_read_in_its_order() throws Exception {
        HeldCertificate issuer = PairFiles.certificate("issuer").certificateAuthority(0).build();
        HeldCertificate own = PairFiles.certificate("own").signedBy(issuer).build();
        pair.write(own.certificatePem() + issuer.certificatePem(), own.privateKeyPkcs8Pem());
        assertThat(read().chain()).containsExactly(own.certificate(), issuer.certificate());
        assertThat(read().keyStore().getCertificateChain("tls")).hasSize(2);

        pair.write(issuer.certificatePem() + own.certificatePem(), issuer.privateKeyPkcs8Pem());
        assertCertificateRefused("number 2 did not issue number 1");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        assertCertificateRefused("no such file");
        pair.write(EC);
        Files.delete(pair.files().key());
        assertKeyRefused("no such file");
    }

    @Test
    void a_file_without_a_certificate_or_a_key_is_refused() {
        pair.write("", EC.privateKeyPkcs8Pem());
        assertCertificateRefused("has 0 certificates in PEM (expected: 1 to 16)");
        pair.write(EC.certificatePem(), EC.certificatePem());
        assertKeyRefused("has 0 private keys in PEM (expected: 1)");
    }

    @Test
    void half_written_files_are_refused() {
        String certificate = EC.certificatePem();
        pair.write(certificate.substring(0, certificate.length() / 2), EC.privateKeyPkcs8Pem());
        assertCertificateRefused("has 0 certificates");
        pair.write(certificate.replaceFirst("(?s)\n.{64}\n", "\n"), EC.privateKeyPkcs8Pem());
        assertCertificateRefused("has a certificate that cannot be read");
    }

    @Test
    void a_key_of_another_certificate_is_refused() {
        HeldCertificate other = PairFiles.certificate("other").build();
        pair.write(EC.certificatePem(), other.privateKeyPkcs8Pem());
        assertKeyRefused("is not the private key of the first certificate in");
        pair.write(EC.certificatePem(), RSA.privateKeyPkcs8Pem());
        assertKeyRefused("is not the private key of the first certificate in");
        pair.write(EC.certificatePem(), RSA.privateKeyPkcs1Pem());
        assertKeyRefused("is not the private key of the first certificate in");
    }

    @Test
    void an_encrypted_key_is_refused_with_the_way_out() {
        pair.write(
                EC.certificatePem(),
                EC.privateKeyPkcs8Pem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
        assertKeyRefused("is encrypted; store it without a password");
        pair.write(
                RSA.certificatePem(),
                RSA.privateKeyPkcs1Pem()
                        .replace(
                                "-----BEGIN RSA PRIVATE KEY-----",
                                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED"));
        assertKeyRefused("is encrypted; store it without a password");
    }

    @Test
    void a_certificate_is_refused_before_and_after_its_time() {
        Instant now = Instant.now();
        pair.write(PairFiles.valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))));
        assertCertificateRefused("expired on");
        pair.write(PairFiles.valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9))));
        assertCertificateRefused("is not valid before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----"})
    void a_key_that_others_can_use_is_refused(String mode) {
        pair.write(EC);
        pair.permit(mode);
        assertKeyRefused("can be read by others; run: chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "r--------"})
    void a_key_of_its_owner_and_at_most_its_group_is_read(String mode)
            throws UnusablePairException {
        pair.write(EC);
        pair.permit(mode);
        assertThat(read().chain()).containsExactly(EC.certificate());
    }
}
