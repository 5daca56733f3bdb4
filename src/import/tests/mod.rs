mod random;
mod round_trip;
