package io.throughline.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/**
 * Whose JARs this node installs. As UPM 8 does: a detached Ed25519 signature beside the JAR, in Base64, checked against the X.509
 * certificates of the trust store that are valid today; an empty trust store installs nothing
 * (https://confluence.atlassian.com/upm/app-signing-troubleshooting-1489470589.html). A bare public key is no certificate.
 */
public final class TrustStore {

    private final List<X509Certificate> certificates = new ArrayList<>();
    private final Clock clock;

    /**
     * Reads it.
     *
     * @param pems files with a certificate each, more than one block allowed
     * @param clock says whether a certificate is valid
     * @throws IllegalArgumentException naming the file that holds none
     */
    public TrustStore(List<Path> pems, Clock clock) {
        this.clock = clock;
        for (Path pem : pems) {
            try (InputStream in = Files.newInputStream(pem)) {
                read(in, pem);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("cannot read the trusted certificate " + pem, unreadable);
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
        if (certificates.isEmpty()) {
            throw new UntrustedJar("the trust store is empty, so " + jar.getFileName() + " cannot be checked");
        }
        try {
            byte[] bytes = Files.readAllBytes(jar);
            byte[] signature = signatureBytes(beside);
            for (X509Certificate certificate : certificates) {
                if (verifies(certificate, bytes, signature)) {
                    checkDates(certificate, jar);
                    return;
                }
            }
        } catch (IOException unreadable) {
            throw new UntrustedJar("cannot read " + jar + " or its signature: " + unreadable.getMessage());
        }
        throw new UntrustedJar("the signature of " + jar.getFileName()
                + " does not fit: the JAR was changed after signing, or its signer is not in the trust store");
    }

    private void checkDates(X509Certificate certificate, Path jar) {
        Date now = Date.from(clock.instant());
        if (now.before(certificate.getNotBefore()) || now.after(certificate.getNotAfter())) {
            throw new UntrustedJar("the certificate of the signer of " + jar.getFileName() + " is valid from "
                    + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + ", and it is " + clock.instant());
        }
    }

    private void read(InputStream in, Path from) throws IOException {
        try {
            int before = certificates.size();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(each -> certificates.add((X509Certificate) each));
            if (certificates.size() > before) {
                return;
            }
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(from + " is not an X.509 certificate", wrong);
        }
        throw new IllegalArgumentException(from + " holds no X.509 certificate");
    }

    private static byte[] signatureBytes(Path file) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(Files.readAllBytes(file));
        } catch (IllegalArgumentException notBase64) {
            throw new UntrustedJar(file.getFileName() + " is not Base64");
        }
    }

    private static boolean verifies(X509Certificate certificate, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(certificate.getPublicKey());
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException otherAlgorithmOrLength) {
            return false;
        }
    }
}
