package io.throughline.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Timer;
import java.util.TimerTask;

/** Cancels a statement that takes too long: the recursive queries of some peers grow faster than their data. */
final class TimeLimit implements AutoCloseable {
    static final int SECONDS = 150;

    private final Timer timer = new Timer("time limit", true);

    private TimeLimit(Statement statement) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            statement.cancel();
                        } catch (SQLException e) {
                            System.err.println("could not cancel: " + e.getMessage());
                        }
                    }
                },
                SECONDS * 1000L);
    }

    static TimeLimit on(Statement statement) {
        return new TimeLimit(statement);
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
