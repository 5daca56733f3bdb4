/// Seconds of the processor that this thread has had: what other programs do meanwhile does not count.
#[cfg(unix)]
pub fn seconds() -> f64 {
    use rustix::time::{ClockId, clock_gettime};

    let time = clock_gettime(ClockId::ThreadCPUTime);
    let nanoseconds = u32::try_from(time.tv_nsec).expect("it is less than a second");
    f64::from(u32::try_from(time.tv_sec).expect("nobody waits so long")) + f64::from(nanoseconds) / 1e9
}

/// Seconds since the first call, where the system does not count those of a thread.
#[cfg(not(unix))]
pub fn seconds() -> f64 {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed().as_secs_f64()
}
