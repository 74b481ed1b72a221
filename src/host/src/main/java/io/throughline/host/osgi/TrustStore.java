package io.throughline.host.osgi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Whose JARs this node installs. As UPM 8 does: a detached Ed25519 signature beside the JAR, checked against the PEM files of the
 * trust store; an empty trust store installs nothing. The encoding of the signature file is not documented, so the raw 64 bytes
 * and their Base64 are both read.
 */
public final class TrustStore {

    private static final int SIGNATURE_BYTES = 64;

    private final List<PublicKey> keys = new ArrayList<>();

    /** @param pems files with a public key or a certificate each, more than one block allowed */
    public TrustStore(List<Path> pems) {
        for (Path pem : pems) {
            try {
                readBlocks(Files.readString(pem), pem);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("cannot read the trusted key " + pem, unreadable);
            }
        }
    }

    /** @throws UntrustedJar saying what is missing or wrong */
    public void check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UntrustedJar("there is no file " + jar);
        }
        Path beside = jar.resolveSibling(jar.getFileName() + ".sig");
        if (!Files.isRegularFile(beside)) {
            throw new UntrustedJar(
                    jar.getFileName() + " is not signed: there is no " + beside.getFileName() + " beside it");
        }
        if (keys.isEmpty()) {
            throw new UntrustedJar("the trust store is empty, so " + jar.getFileName() + " cannot be checked");
        }
        try {
            byte[] bytes = Files.readAllBytes(jar);
            byte[] signature = signatureBytes(Files.readAllBytes(beside));
            for (PublicKey key : keys) {
                if (verifies(key, bytes, signature)) {
                    return;
                }
            }
        } catch (IOException unreadable) {
            throw new UntrustedJar("cannot read " + jar + " or its signature: " + unreadable.getMessage());
        }
        throw new UntrustedJar("the signature of " + jar.getFileName()
                + " does not fit: the JAR was changed after signing, or its signer is not in the trust store");
    }

    private void readBlocks(String text, Path from) {
        int before = keys.size();
        for (String block : text.split("(?=-----BEGIN )")) {
            if (block.startsWith("-----BEGIN PUBLIC KEY-----")) {
                keys.add(publicKey(block, from));
            } else if (block.startsWith("-----BEGIN CERTIFICATE-----")) {
                keys.add(certificateKey(block, from));
            }
        }
        if (keys.size() == before) {
            throw new IllegalArgumentException(from + " holds neither a PUBLIC KEY nor a CERTIFICATE block");
        }
    }

    private static PublicKey publicKey(String block, Path from) {
        try {
            byte[] body = Base64.getMimeDecoder()
                    .decode(block.replaceAll("-----[A-Z ]+-----", "").trim());
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(body));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(from + " is not an Ed25519 public key", wrong);
        }
    }

    private static PublicKey certificateKey(String block, Path from) {
        try {
            byte[] text = block.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text))
                    .getPublicKey();
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(from + " is not an X.509 certificate", wrong);
        }
    }

    private static byte[] signatureBytes(byte[] file) {
        if (file.length == SIGNATURE_BYTES) {
            return file;
        }
        try {
            return Base64.getMimeDecoder().decode(file);
        } catch (IllegalArgumentException notBase64) {
            return file;
        }
    }

    private static boolean verifies(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException otherAlgorithmOrLength) {
            return false;
        }
    }
}
