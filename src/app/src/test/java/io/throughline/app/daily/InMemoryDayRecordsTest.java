package io.throughline.app.daily;

class InMemoryDayRecordsTest extends DayRecordsContract {
    private final DayRecords records = new InMemoryDayRecords();

    @Override
    protected DayRecords records() {
        return records;
    }
}
