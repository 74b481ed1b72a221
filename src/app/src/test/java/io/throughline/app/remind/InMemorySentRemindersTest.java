package io.throughline.app.remind;

class InMemorySentRemindersTest extends SentRemindersContract {
    private final SentReminders sent = new InMemorySentReminders();

    @Override
    protected SentReminders sent() {
        return sent;
    }
}
