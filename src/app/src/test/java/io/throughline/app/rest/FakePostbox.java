package io.throughline.app.rest;

import io.throughline.app.remind.MailChoices;
import io.throughline.app.remind.Postbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps every mail, as the host's outbox does, and who wants none. */
final class FakePostbox implements Postbox, MailChoices {
    record Mail(String to, String subject, String html) {}

    final List<Mail> mails = new ArrayList<>();
    final Set<String> withoutAddress = new HashSet<>();
    private final Set<String> off = new HashSet<>();
    boolean open = true;
    boolean broken;

    void clear() {
        mails.clear();
        withoutAddress.clear();
        off.clear();
        open = true;
        broken = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean reaches(String userKey) {
        return !withoutAddress.contains(userKey);
    }

    @Override
    public void send(String userKey, String subject, String html) {
        if (broken) {
            throw new IllegalStateException("the queue is broken");
        }
        mails.add(new Mail(userKey, subject, html));
    }

    @Override
    public boolean wantsMail(String userKey) {
        return !off.contains(userKey);
    }

    @Override
    public void choose(String userKey, boolean wantsMail) {
        if (wantsMail) {
            off.remove(userKey);
        } else {
            off.add(userKey);
        }
    }
}
