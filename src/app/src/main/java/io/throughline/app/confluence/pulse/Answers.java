package io.throughline.app.confluence.pulse;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/**
 * The answers, in Active Objects: they are data about people, so they stay out of the page, its history and its exports. The column that
 * joins page and user is unique, which keeps one answer for each reader whatever the nodes do at the same moment.
 */
@ConfluenceComponent
public class Answers {
    private final ActiveObjects ao;

    @Inject
    public Answers(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /** In no order that says who answered when. */
    List<Answer> of(long page) {
        return Arrays.stream(ao.find(PulseRow.class, Query.select().where("PAGE_ID = ?", page)))
                .map(Answers::read)
                .toList();
    }

    Optional<Answer> of(long page, String user) {
        return Optional.ofNullable(row(key(page, user))).map(Answers::read);
    }

    Optional<Answer> withId(int id) {
        return Optional.ofNullable(ao.get(PulseRow.class, id)).map(Answers::read);
    }

    /** Keeps an answer in the place of the one before. An idea that became an issue keeps it while its words stay. */
    void keep(Answer answer) {
        String key = key(answer.page(), answer.user());
        try {
            write(key, answer);
        } catch (RuntimeException raced) {
            if (row(key) == null) {
                throw raced;
            }
            // another node kept a first answer of the same reader in between: this one comes after it
            write(key, answer);
        }
    }

    private void write(String key, Answer answer) {
        ao.executeInTransaction(() -> {
            PulseRow row = row(key);
            if (row == null) {
                row = ao.create(PulseRow.class, new DBParam("ANSWER_KEY", key));
            } else if (!answer.words().equals(words(row))) {
                row.setIssueUrl(null);
            }
            row.setPageId(answer.page());
            row.setUserKey(answer.user());
            row.setClearness(answer.clear());
            row.setWordsKind(answer.kind().name());
            row.setWords(answer.words().isEmpty() ? null : answer.words());
            row.setNamed(answer.isNamed());
            row.setAnsweredMillis(answer.at().toEpochMilli());
            row.save();
            return row;
        });
    }

    /** Forgets an answer wholly. */
    void takeBack(long page, String user) {
        ao.executeInTransaction(() -> ao.deleteWithSQL(PulseRow.class, "ANSWER_KEY = ?", key(page, user)));
    }

    /** Notes where the issue is that an idea became. */
    void became(int id, String issue) {
        ao.executeInTransaction(() -> {
            PulseRow row = ao.get(PulseRow.class, id);
            if (row != null) {
                row.setIssueUrl(issue);
                row.save();
            }
            return id;
        });
    }

    private @Nullable PulseRow row(String key) {
        PulseRow[] rows = ao.find(PulseRow.class, Query.select().where("ANSWER_KEY = ?", key));
        return rows.length == 0 ? null : rows[0];
    }

    private static Answer read(PulseRow row) {
        String issue = row.getIssueUrl();
        return new Answer(
                row.getID(),
                row.getPageId(),
                row.getUserKey(),
                row.getClearness(),
                Answer.Kind.valueOf(row.getWordsKind()),
                words(row),
                Boolean.TRUE.equals(row.getNamed()),
                Instant.ofEpochMilli(row.getAnsweredMillis()),
                issue == null ? "" : issue);
    }

    private static String words(PulseRow row) {
        String words = row.getWords();
        return words == null ? "" : words;
    }

    private static String key(long page, String user) {
        try {
            byte[] both = (page + "\0" + user).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
