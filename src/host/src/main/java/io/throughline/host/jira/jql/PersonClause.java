package io.throughline.host.jira.jql;

import io.throughline.host.jira.model.People;
import java.util.ArrayList;
import java.util.List;

/** A field that names one person by key. */
final class PersonClause extends FieldClause {
    private final String column;
    private final People people;

    PersonClause(String column, People people) {
        super(EQUALITY);
        this.column = column;
        this.people = people;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Sql> wanted = new ArrayList<>();
        for (Literal value : condition.present()) {
            if (people.find(value.text()).isEmpty()) {
                throw unknownValue(condition, value);
            }
            wanted.add(Sql.of(column + " = ?", value.text()));
        }
        Sql matching = Sql.any(wanted);
        if (!condition.isPositive()) {
            return Sql.of(column + " IS NOT NULL").and(matching.not());
        }
        return condition.hasEmpty() ? matching.or(Sql.of(column + " IS NULL")) : matching;
    }

    @Override
    List<String> sortKeys() {
        return List.of(column);
    }
}
