package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.access.People.Person;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Delegation;
import io.throughline.app.store.Draft;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads who stands in for the caller, and when.
 *
 * @param to user key
 */
public record DelegationForm(String to, LocalDate from, LocalDate until) {
    /** Reads {@code {"to","from","until"}}. */
    public static DelegationForm read(ObjectNode body, Lookups lookups, Access access, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        Fields in = new Fields(body, errors);
        String name = in.line("to", Fields.NAME_LENGTH);
        Optional<Person> person = name == null ? Optional.empty() : lookups.named(name);
        String to = person.map(Person::key).orElse("?");
        if (person.isEmpty() && !in.isWrong("to")) {
            in.wrong("to", "delegate");
        } else if (to.equals(lookups.caller().key())) {
            in.wrong("to", "delegate-self");
        } else if (!in.isWrong("to") && !access.of(to).map(Caller::mayView).orElse(false)) {
            in.wrong("to", "delegate");
        }
        LocalDate from = in.requiredDate("from");
        LocalDate until = in.requiredDate("until");
        if (!in.isWrong("from") && !in.isWrong("until") && until.isBefore(from)) {
            in.wrong("until", "not-before", "from", from);
        } else if (!in.isWrong("until") && until.isBefore(today)) {
            in.wrong("until", "not-before", "today", today);
        }
        in.finish("id", "owner", "ownerName", "toName", "version");
        errors.throwIfAny();
        return new DelegationForm(to, from, until);
    }

    /** Stores it; of the days of one owner each has at most one delegate. */
    public Delegation store(Draft draft, String owner) {
        for (Delegation each : draft.all(io.throughline.app.store.Kind.DELEGATION)) {
            boolean overlaps = !each.from().isAfter(until) && !each.until().isBefore(from);
            if (each.owner().equals(owner) && overlaps) {
                throw Refused.of(Kind.CONFLICT, "DELEGATED_ALREADY")
                        .with("delegation", each.id())
                        .with("from", each.from().toString())
                        .with("until", each.until().toString());
            }
        }
        long id = draft.nextNumber(io.throughline.app.store.Kind.DELEGATION);
        return draft.put(new Delegation(id, owner, to, from, until, 1));
    }
}
