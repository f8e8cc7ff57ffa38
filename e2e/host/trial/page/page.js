const state = document.querySelector('#state');
await window.stillpoint.call('trial.mark', null);
state.textContent = (await window.stillpoint.call('trial.echo', 'connected')).value;
