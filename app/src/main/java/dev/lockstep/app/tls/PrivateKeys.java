package dev.lockstep.app.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Private keys of PEM files. The formats of one algorithm, PKCS #1 ({@code RSA PRIVATE KEY}) and
 * SEC 1 ({@code EC PRIVATE KEY}), are wrapped in PKCS #8, the only format that Java reads; the name
 * of the algorithm is taken from the public key.
 */
final class PrivateKeys {
    private static final String PKCS8 = "PRIVATE KEY";
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION = {2, 1, 0};
    private static final int MAX_SHORT_LENGTH = 127;

    private PrivateKeys() {}

    /**
     * Returns the private key of a section.
     *
     * @throws GeneralSecurityException if it is not one of the algorithm of the public key
     * @throws IllegalArgumentException if the section is not Base64
     */
    static PrivateKey read(PemSection section, PublicKey of) throws GeneralSecurityException {
        byte[] der = section.der();
        byte[] pkcs8 =
                section.label().equals(PKCS8)
                        ? der
                        : tagged(SEQUENCE, VERSION, algorithm(of), tagged(OCTETS, der));
        return KeyFactory.getInstance(of.getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Returns whether a private key belongs to a public key. */
    static boolean fit(PrivateKey key, PublicKey of) throws GeneralSecurityException {
        byte[] sample = of.getEncoded();
        Signature signature = Signature.getInstance(signatureName(of));
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(of);
        signature.update(sample);
        return signature.verify(signed);
    }

    private static String signatureName(PublicKey of) {
        return switch (of.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> of.getAlgorithm();
        };
    }

    /** Returns the first element of a public key's encoding, the name of its algorithm. */
    private static byte[] algorithm(PublicKey of) {
        ByteBuffer encoded = ByteBuffer.wrap(of.getEncoded());
        enter(encoded);
        int start = encoded.position();
        int length = enter(encoded);
        byte[] element = new byte[encoded.position() - start + length];
        encoded.get(start, element);
        return element;
    }

    /** Reads a tag and returns the length of its content, to whose first byte it moves. */
    private static int enter(ByteBuffer der) {
        der.get();
        int length = Byte.toUnsignedInt(der.get());
        if (length <= MAX_SHORT_LENGTH) {
            return length;
        }
        int bytes = length - MAX_SHORT_LENGTH - 1;
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(der.get());
        }
        return value;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (length <= MAX_SHORT_LENGTH) {
            all.write(length);
        } else {
            // Two bytes of length: no key comes near 64 KiB.
            all.write(MAX_SHORT_LENGTH + 1 + 2);
            all.write(length >> Byte.SIZE);
            all.write(length);
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}
