package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field that holds an instant, or a day. */
final class DateClause extends FieldClause {
    private static final Set<Operator> OPERATORS =
            Stream.concat(EQUALITY.stream(), ORDER.stream()).collect(Collectors.toUnmodifiableSet());

    private final String column;
    private final boolean isDay;
    private final JqlDates dates;

    DateClause(String column, boolean isDay, JqlDates dates) {
        super(OPERATORS);
        this.column = column;
        this.isDay = isDay;
        this.dates = dates;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Sql> wanted = new ArrayList<>();
        String sign = condition.isRelational() ? condition.operator().getDisplayString() : "=";
        for (Literal value : condition.present()) {
            wanted.add(Sql.of(column + " " + sign + " ?", bound(dates.instant(condition.name(), value))));
        }
        Sql matching = Sql.any(wanted);
        if (condition.isRelational()) {
            return matching;
        }
        if (!condition.isPositive()) {
            return Sql.of(column + " IS NOT NULL").and(matching.not());
        }
        return condition.hasEmpty() ? matching.or(Sql.of(column + " IS NULL")) : matching;
    }

    private Object bound(Instant instant) {
        return isDay ? LocalDate.ofInstant(instant, dates.zone()) : instant.toEpochMilli();
    }

    @Override
    List<String> sortKeys() {
        return List.of(column);
    }

    @Override
    boolean isDescendingByDefault() {
        return true;
    }
}
